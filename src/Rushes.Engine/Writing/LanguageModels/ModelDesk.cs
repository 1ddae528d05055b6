using System.Text;
using Microsoft.Extensions.AI;
using Rushes.Engine.Library;
using Rushes.Engine.Shooting;
using Rushes.Engine.Texts;
using Rushes.Film.Takes;

namespace Rushes.Engine.Writing.LanguageModels;

/// <summary>
/// Asks the questions of one script: looks for a kept answer first, then asks the seats in turn, moves on where one rests or fails, and counts every call.
/// </summary>
internal sealed class ModelDesk(
    IReadOnlyList<Seat> seats, WritingRoom room, IAnswerShelf shelf, WritingBill bill, IProgress<WritingNews>? news)
{
    private readonly Lock _door = new();

    // Seats that are of no use for the rest of this script.
    private readonly HashSet<Seat> _aside = [];
    private readonly HashSet<Seat> _told = [];

    /// <param name="listener">Makes whoever hears the answer as it comes; asked again for each try, which begins from the start.</param>
    public async Task<Reply> AskAsync(Question question, Func<Action<string>>? listener, CancellationToken cancellation)
    {
        if (await KeptAsync(question, cancellation) is { } kept)
        {
            listener?.Invoke().Invoke(kept.Text);
            return kept;
        }

        var passed = new HashSet<Seat>();
        var reasons = new List<string>();
        var lost = 0;
        for (var tries = 0; tries < room.Rules.TriesAQuestion; tries++)
        {
            using var turn = await room.TakeAsync(seats, seat => passed.Contains(seat) || IsAside(seat), news, cancellation);
            if (turn is null)
                break;
            var seat = turn.Seat;
            if (!bill.TryCall())
            {
                reasons.Add(Sentence.Of("writing.enough-calls", bill.Calls));
                break;
            }

            try
            {
                var reply = await ListenAsync(seat, question, listener?.Invoke(), cancellation);
                room.Answered(seat);
                if (reply is not Reply.Declined declined)
                    return reply;

                // Another provider may be of another mind; the same one hardly is.
                reasons.Add($"{seat.Name}: {TroubleSentence.Of(new Trouble(Troubles.Policy, declined.Words))}");
                Bar(passed, other => other.Account.Provider == seat.Account.Provider);
                if (seats.All(other => passed.Contains(other) || IsAside(other)))
                    return declined;
            }
            catch (ChatException failed)
            {
                reasons.Add($"{seat.Name}: {TroubleSentence.Of(failed.Failure.Trouble)}");
                if (failed.Failure is ChatFailure.Lost && ++lost >= room.Rules.LostAQuestion)
                    break;
                Learn(seat, failed.Failure, passed);
            }
        }

        return new Reply.Nobody([.. reasons.Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>Whether a question was answered before, so that asking costs nothing.</summary>
    public async Task<bool> IsKeptAsync(Question question, CancellationToken cancellation) => await KeptAsync(question, cancellation) is not null;

    /// <summary>Keeps an answer that was good, for whoever asks the same again.</summary>
    public Task KeepAsync(Reply.Answered answer, CancellationToken cancellation) =>
        answer.Digest is { } digest ? shelf.KeepAsync(digest, answer.Text, cancellation) : Task.CompletedTask;

    private async Task<Reply.Answered?> KeptAsync(Question question, CancellationToken cancellation)
    {
        foreach (var seat in seats.OrderBy(seat => seat.Tier).DistinctBy(seat => (seat.Model.Id, PlaceOf(seat))))
        {
            if (await shelf.FindAsync(question.DigestFor(seat.Model, PlaceOf(seat)), cancellation) is not { } text)
                continue;
            bill.AddKept(seat.Model);
            return new(text, true, seat.Model.Id, null);
        }

        return null;
    }

    private async Task<Reply> ListenAsync(Seat seat, Question question, Action<string>? hear, CancellationToken cancellation)
    {
        // Silence is measured anew from each piece of the answer to the next.
        using var silence = new CancellationTokenSource(room.Rules.LongestSilence, room.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, silence.Token);
        var text = new StringBuilder();
        UsageDetails? usage = null;
        ChatFinishReason? finish = null;
        try
        {
            await foreach (var update in seat.Client.GetStreamingResponseAsync(question.Messages, question.OptionsFor(seat.Model), either.Token))
            {
                silence.CancelAfter(room.Rules.LongestSilence);

                // A refusal may be followed by an ordinary end.
                if (finish != ChatFinishReason.ContentFilter)
                    finish = update.FinishReason ?? finish;
                usage = update.Contents.OfType<UsageContent>().LastOrDefault()?.Details ?? usage;
                if (update.Text.Length == 0)
                    continue;
                text.Append(update.Text);
                hear?.Invoke(update.Text);
            }
        }
        catch (Exception broken) when (text.Length > 0 && IsBroken(broken, cancellation))
        {
            // What came is worth keeping; the rest is asked for again by itself.
            finish = null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new ChatException(new ChatFailure.Lost(Sentence.Of("writing.silent", room.Rules.LongestSilence.TotalSeconds)));
        }
        finally
        {
            if (text.Length > 0 || usage is not null)
                bill.Add(seat.Model, usage?.InputTokenCount, usage?.OutputTokenCount);
        }

        if (finish == ChatFinishReason.ContentFilter)
            return new Reply.Declined(seat.Model.Id, text.Length > 0 ? Short(text.ToString()) : Sentence.Of("writing.no-words"));
        var whole = finish == ChatFinishReason.Stop;
        return new Reply.Answered(text.ToString(), whole, seat.Model.Id, whole ? question.DigestFor(seat.Model, PlaceOf(seat)) : null);
    }

    private static bool IsBroken(Exception problem, CancellationToken cancellation) => problem switch
    {
        ChatException => true,
        OperationCanceledException => !cancellation.IsCancellationRequested,
        _ => false,
    };

    private void Learn(Seat seat, ChatFailure failure, HashSet<Seat> passed)
    {
        switch (failure)
        {
            case ChatFailure.Refused { Refusal: { Kind: RefusalKind.Throttled } refusal }:
                TellRest(seat, failure.Trouble, room.Rest(seat, wholeGroup: true, failure.Trouble, refusal.RetryAfter, room.Rules.ThrottledRests));
                break;
            case ChatFailure.Refused { Refusal: { Kind: RefusalKind.FailedAtProvider } refusal }:
                TellRest(seat, failure.Trouble, room.Rest(seat, wholeGroup: false, failure.Trouble, refusal.RetryAfter, room.Rules.FailedRests));
                break;
            case ChatFailure.Refused { Refusal.Kind: RefusalKind.NotAllowed }:
                SetAside(other => other.Account.Id == seat.Account.Id && other.Model.Id == seat.Model.Id, seat, failure.Trouble);
                break;
            case ChatFailure.Refused { Refusal.Kind: RefusalKind.SignedOut or RefusalKind.QuotaGone or RefusalKind.RefusedUse }:
                SetAside(other => other.Account.Id == seat.Account.Id, seat, failure.Trouble);
                break;
            case ChatFailure.Refused { Refusal.Kind: RefusalKind.Policy }:
                Bar(passed, other => other.Account.Provider == seat.Account.Provider);
                break;
            case ChatFailure.Refused:
                // The same words will be wrong for the same model, whoever's it is.
                Bar(passed, other => other.Model.Id == seat.Model.Id);
                break;
            default:
                TellRest(seat, failure.Trouble, room.Rest(seat, wholeGroup: false, failure.Trouble, null, room.Rules.FailedRests));
                break;
        }
    }

    private void Bar(HashSet<Seat> passed, Func<Seat, bool> which) => passed.UnionWith(seats.Where(which));

    private bool IsAside(Seat seat)
    {
        lock (_door)
            return _aside.Contains(seat);
    }

    private void SetAside(Func<Seat, bool> which, Seat asked, Trouble trouble)
    {
        lock (_door)
        {
            if (_aside.Contains(asked))
                return;
            _aside.UnionWith(seats.Where(which));
        }

        var remedy = TroubleSentence.RemedyOf(trouble, asked.Account.Name);
        news?.Report(new WritingRemark(Sentence.Of("writing.aside", asked.Name, TroubleSentence.Of(trouble), remedy).TrimEnd(), Matters: true));
    }

    private void TellRest(Seat seat, Trouble trouble, DateTimeOffset until)
    {
        lock (_door)
        {
            if (!_told.Add(seat))
                return;
        }

        news?.Report(new WritingRemark(Sentence.Of("writing.rests", seat.Name, until.ToLocalTime().DateTime, TroubleSentence.Of(trouble)), Matters: false));
    }

    private static string PlaceOf(Seat seat) => $"{seat.Account.Provider} {seat.Account.BaseUrl}";

    private static string Short(string words) => words.Length <= 200 ? words : words[..200] + "…";
}
