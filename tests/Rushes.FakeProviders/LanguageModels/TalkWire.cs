using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Rushes.FakeProviders.Calls;
using Rushes.FakeProviders.Faults;
using Rushes.FakeProviders.Wires;

namespace Rushes.FakeProviders.LanguageModels;

/// <summary>Why an answer ends.</summary>
internal enum TalkEnd
{
    Whole,
    TokenLimit,
    Blocked,
    Refused,
}

/// <summary>An answer before it is put into a wire's words.</summary>
internal sealed record Talk(LanguageQuestion Question, string Text, TalkEnd End)
{
    public int TokensIn => Math.Max(1, (Question.System.Length + Question.User.Sum(said => said.Length)) / 4);

    public int TokensOut => Text.Length / 4;
}

/// <summary>What the wires of language models have in common: limits, faults, the answer's text, its pieces.</summary>
internal abstract class TalkWire(Backstage backstage) : Wire(backstage)
{
    private readonly ConcurrentDictionary<string, int> talking = new(StringComparer.Ordinal);

    public override void Reset() => talking.Clear();

    /// <summary>The whole answer in the wire's words.</summary>
    protected abstract JsonNode Whole(Talk talk);

    /// <summary>The events of a stream in order: name of the event (if the wire names them) and data.</summary>
    protected abstract IEnumerable<(string? Event, string Data)> Pieces(Talk talk, IReadOnlyList<string> pieces);

    protected async Task<IResult> TalkAsync(HttpContext context, Caller caller, LanguageQuestion question)
    {
        var scene = new FaultScene(Moment.Submit, [.. question.User], null, caller.Name, caller.Credential, context.Request.Path);
        var fault = Backstage.Faults.Next(scene) ?? Backstage.Faults.Next(scene with { On = Moment.Fate });
        if (Backstage.Accounts.Submit(caller, Backstage.Now) is { } wait)
            return Refuse(context, new Refusal(RefusalKind.TooMany, RetryAfter: Math.Max(0.001, wait.TotalSeconds)));
        if (fault is not null && await PlayAsync(context, fault) is { } played)
            return played;
        var slots = Backstage.Accounts.SlotsOf(caller) ?? int.MaxValue;
        try
        {
            if (talking.AddOrUpdate(caller.Name, 1, (_, now) => now + 1) > slots)
                return Refuse(context, new Refusal(RefusalKind.TooMany));
            await Backstage.WaitAsync(Backstage.Accounts.GenerateOf(caller), context.RequestAborted);
            var talk = Answer(question, fault);
            CallNotes.Of(context).Outcome = fault is null ? $"answered {talk.End}" : $"fault {fault.Name}, answered {talk.End}";
            if (!question.Stream)
                return Json(Whole(talk));
            await StreamAsync(context, talk, fault);
            return Results.Empty;
        }
        finally
        {
            talking.AddOrUpdate(caller.Name, 0, (_, now) => now - 1);
        }
    }

    private Talk Answer(LanguageQuestion question, Fault? fault)
    {
        switch (fault?.Kind)
        {
            case FaultKind.Blocked:
                return new Talk(question, "", TalkEnd.Blocked);
            case FaultKind.Refusal:
                return new Talk(question, "I'm sorry, but I can't help with that request.", TalkEnd.Refused);
            default:
                var text = Backstage.Options.Language.Answer?.Invoke(question) ?? ScriptWriter.Write(question);
                if (fault is not null)
                    text = Misbehaviour.Spoil(text, question, fault.Kind);
                if (fault?.Kind == FaultKind.Cut)
                    return new Talk(question, text[..(text.Length * 6 / 10)], TalkEnd.TokenLimit);
                return question.MostTokens is { } most && text.Length / 4 > most
                    ? new Talk(question, text[..(most * 4)], TalkEnd.TokenLimit) : new Talk(question, text, TalkEnd.Whole);
        }
    }

    private async Task StreamAsync(HttpContext context, Talk talk, Fault? fault)
    {
        var length = Math.Max(1, Backstage.Options.Language.PieceLength);
        string[] pieces = [.. Enumerable.Range(0, (talk.Text.Length + length - 1) / length).Select(at => talk.Text.Substring(at * length, Math.Min(length, talk.Text.Length - (at * length))))];
        var between = fault?.Kind == FaultKind.SlowStream ? TimeSpan.FromSeconds(fault.Seconds ?? 0.2) : Backstage.Options.Language.BetweenPieces;
        context.Response.ContentType = "text/event-stream";
        var events = Pieces(talk, pieces).ToArray();
        for (var at = 0; at < events.Length; at++)
        {
            if (fault?.Kind == FaultKind.StreamDrop && at >= events.Length / 2)
            {
                CallNotes.Of(context).Drop(context);
                return;
            }
            var (name, data) = events[at];
            await context.Response.WriteAsync((name is null ? "" : $"event: {name}\n") + $"data: {data}\n\n", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Backstage.WaitAsync(between, context.RequestAborted);
        }
    }

    protected static string Line(JsonNode node) => node.ToJsonString();
}
