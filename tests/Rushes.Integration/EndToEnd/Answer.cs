using System.Text.Json;

namespace Rushes.Integration.EndToEnd;

/// <summary>What a command left when it ended.</summary>
public sealed record Answer(string Command, int Exit, string Output, string Errors)
{
    public IReadOnlyList<string> OutputLines => Lines(Output);

    public IReadOnlyList<string> ErrorLines => Lines(Errors);

    /// <summary>The one JSON object of standard output. Under <c>--json</c> nothing else may be there.</summary>
    public JsonElement Json
    {
        get
        {
            Assert.True(OutputLines.Count == 1, $"one line of JSON expected{this}");
            using var page = JsonDocument.Parse(OutputLines[0]);
            return page.RootElement.Clone();
        }
    }

    /// <summary>What is wrong, in one sentence for people: nothing else may be said about it, and nothing that only programmers read.</summary>
    public string Complaint
    {
        get
        {
            Assert.True(ErrorLines.Count == 1, $"one line expected on standard error{this}");
            return Sentence;
        }
    }

    /// <summary>The last thing said on standard error, after whatever was told of the work before.</summary>
    public string Sentence
    {
        get
        {
            Assert.True(ErrorLines.Count > 0, $"a sentence expected on standard error{this}");
            var sentence = ErrorLines[^1];
            Assert.True(sentence.Trim().Length > 10, $"a sentence expected{this}");
            foreach (var code in new[] { "Exception", "   at ", "System.", "Rushes.", "{0}", "{1}" })
                Assert.DoesNotContain(code, sentence, StringComparison.Ordinal);
            return sentence;
        }
    }

    public Answer Expect(int exit)
    {
        Assert.True(Exit == exit, $"exit {exit} expected{this}");
        return this;
    }

    public override string ToString() => $"\n$ rushes {Shorten(Command, 1000)}\nexit {Exit}\n-- output\n{Shorten(Output, 4000)}\n-- errors\n{Shorten(Errors, 4000)}";

    private static string[] Lines(string text) =>
        text.Length == 0 ? [] : (text.EndsWith('\n') ? text[..^1] : text).Split('\n');

    private static string Shorten(string text, int most) => text.Length <= most ? text : $"{text[..most]}… ({text.Length} characters)";
}
