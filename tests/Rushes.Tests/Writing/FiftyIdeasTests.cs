using System.Text.RegularExpressions;
using Rushes.Engine.Writing;
using Rushes.Engine.Writing.Checking;
using Rushes.Film.Briefs;
using Rushes.Film.Scripts;
using Rushes.Tests.Library;

namespace Rushes.Tests.Writing;

public sealed partial class FiftyIdeasTests : IAsyncLifetime
{
    private static readonly BuiltInWriter Writer = new(ProductData.Shelf);

    private readonly List<(Brief Brief, string[] Nouns, Script Script)> _written = [];

    public async ValueTask InitializeAsync()
    {
        foreach (var (idea, nouns) in FiftyIdeas.All)
        {
            var brief = new Brief { Workflow = Workflow.Text2Video, Idea = idea };
            _written.Add((brief, nouns, await Writer.WriteAsync(new(brief, ClipLengths.Any), null, TestContext.Current.CancellationToken)));
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void There_are_fifty_in_two_languages()
    {
        Assert.Equal(50, FiftyIdeas.All.Select(one => one.Idea).Distinct().Count());
        Assert.Equal(25, _written.Count(one => one.Script.Language == "vi"));
    }

    [Fact]
    public void No_two_scripts_share_more_than_a_third_of_their_sentences()
    {
        var sentences = _written.Select(one => (one.Brief.Idea, Sentences: SentencesOf(one.Script))).ToList();
        var alike = from first in Enumerable.Range(0, sentences.Count)
                    from second in Enumerable.Range(first + 1, sentences.Count - first - 1)
                    let shared = sentences[first].Sentences.Count(sentences[second].Sentences.Contains)
                    let share = shared / (double)Math.Min(sentences[first].Sentences.Count, sentences[second].Sentences.Count)
                    where share > 1 / 3.0
                    select $"{share:0.00} {sentences[first].Idea} | {sentences[second].Idea}";
        Assert.Empty(alike);
    }

    [Fact]
    public void Every_check_passes()
    {
        var checks = new ScriptChecks(ProductData.Shelf);
        Assert.Empty(_written.SelectMany(one => checks.Check(one.Script, one.Brief).Select(warning => $"{one.Brief.Idea}: {warning.Line} [{string.Join(", ", warning.Words)}]")));
    }

    [Fact]
    public void The_nouns_of_the_idea_appear() =>
        Assert.Empty(
            from one in _written
            let text = string.Join(' ', SentencesOf(one.Script).Append(one.Script.Title.ToLowerInvariant()))
            from noun in one.Nouns
            where !text.Contains(noun, StringComparison.OrdinalIgnoreCase)
            select $"{one.Brief.Idea}: {noun}");

    [Fact]
    public void Their_scores_are_far_above_that_of_a_dull_script()
    {
        var judge = new ScriptJudge(ProductData.Shelf);
        var dull = judge.Judge(Checking.Scripts.Dull, Checking.Scripts.Brief).Value;
        Assert.InRange(dull, 0, 0.25);
        Assert.DoesNotContain(_written.Select(one => (one.Brief.Idea, judge.Judge(one.Script, one.Brief).Value)), one => one.Value < 0.55);
    }

    /// <summary>Everything that is shown and said, without names and looks: these are the writer's own in each film.</summary>
    private static HashSet<string> SentencesOf(Script script)
    {
        var texts = script.Scenes.SelectMany(scene => (string?[])[scene.Prompt, scene.Narration, .. scene.Dialogues.Select(line => line.Text)]).OfType<string>();
        return [.. texts.SelectMany(text => Ends().Split(text)).Select(sentence => sentence.Trim(' ', '.', '!', '?', '…', '"').ToLowerInvariant()).Where(sentence => sentence.Length > 0)];
    }

    [GeneratedRegex(@"(?<=[.!?…])\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Ends();
}
