using System.Text.Json.Nodes;

namespace Rushes.FakeProviders.LanguageModels;

/// <summary>What a language model was asked.</summary>
/// <param name="Wire"><c>gemini</c>, <c>openai</c> or <c>anthropic</c>.</param>
/// <param name="Model">The model named.</param>
/// <param name="System">The instructions.</param>
/// <param name="User">What users said, in order.</param>
/// <param name="Schema">The JSON schema of the answer, if one was asked for.</param>
/// <param name="Stream">The answer is to come in pieces.</param>
/// <param name="MostTokens">The longest answer, if limited.</param>
/// <param name="Pictures">How many pictures came along.</param>
public sealed record LanguageQuestion(
    string Wire, string Model, string System, IReadOnlyList<string> User, JsonObject? Schema, bool Stream, int? MostTokens, int Pictures)
{
    /// <summary>What was said last.</summary>
    public string Last => User.Count > 0 ? User[^1] : "";
}

/// <summary>How the fake language models answer.</summary>
public sealed record LanguageOptions
{
    /// <summary>Gives the text of an answer; null takes the server's own script for the schema and the words asked.</summary>
    public Func<LanguageQuestion, string?>? Answer { get; init; }

    /// <summary>Letters in each piece of a stream.</summary>
    public int PieceLength { get; init; } = 40;

    /// <summary>Time between the pieces of a stream.</summary>
    public TimeSpan BetweenPieces { get; init; }
}
