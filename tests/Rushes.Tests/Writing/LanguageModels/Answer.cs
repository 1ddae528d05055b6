using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Rushes.Engine.Shooting;
using Rushes.Engine.Writing.LanguageModels;

namespace Rushes.Tests.Writing.LanguageModels;

/// <summary>What a scripted model says.</summary>
internal sealed record Answer(string Text)
{
    public ChatFinishReason? Finish { get; init; } = ChatFinishReason.Stop;
    public Exception? Failure { get; init; }
    public TimeSpan Takes { get; init; }

    public static Answer Right(Asked asked) => new(Fable.AnswerTo(asked.Prompt, asked.Form).ToJsonString());

    /// <summary>The right answer, changed.</summary>
    public static Answer But(Asked asked, Action<JsonObject> change)
    {
        var answer = Fable.AnswerTo(asked.Prompt, asked.Form);
        change(answer);
        return new(answer.ToJsonString());
    }

    public static Answer Refused(RefusalKind kind, string words, TimeSpan? after = null) =>
        new("") { Failure = new ChatException(new ChatFailure.Refused(new(kind, words, after))) };

    public static Answer Lost() => new("") { Failure = new ChatException(new ChatFailure.Lost("the connection broke")) };

    public static Answer Filtered() => new("") { Finish = ChatFinishReason.ContentFilter };
}
