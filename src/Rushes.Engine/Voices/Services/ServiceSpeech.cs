using Rushes.Engine.Accounts;
using Rushes.Engine.Library;
using Rushes.Engine.Projects;
using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Texts;
using Rushes.Film.Accounts;
using Rushes.Film.Takes;

namespace Rushes.Engine.Voices.Services;

/// <summary>
/// The voices of a service, spoken through the user's accounts: accounts in turn, the next model where one may not be used, a rest where the service asks
/// for it, and never a line twice that was paid for.
/// </summary>
public sealed class ServiceSpeech(
    ISpeechSource source, DataShelf shelf, AccountKinds kinds, IAccountBook accounts, IKeyRing keys, SpeechRoom room, PaidLines lines) : ISpeechEngine
{
    public string Name => source.Provider;

    public bool HearsEmotion => source.HearsEmotion;

    public bool Charges => true;

    public string Remedy =>
        Sentence.Of(kinds.Find(source.Provider) is { NeedsAddress: true } ? "voices.needs-account-at" : "voices.needs-account", source.Provider);

    private ServiceVoices Book => shelf.Read<ServiceVoices>($"voices/{source.Provider}.json");

    private DateOnly Today => DateOnly.FromDateTime(room.Time.GetUtcNow().UtcDateTime);

    public async Task<IReadOnlyList<Voice>> VoicesAsync(CancellationToken cancellation) =>
        await SeatsAsync(null, cancellation) is { Count: > 0 } seats ? [.. Book.Voices.Select(entry => VoiceOf(Book, entry, [.. seats.Select(seat => seat.Model)]))] : [];

    /// <summary>One of the data file's, or any other name: users have voices of their own at a service.</summary>
    public Voice? Find(string name, string language)
    {
        ArgumentNullException.ThrowIfNull(name);
        var own = name.Split(':', 2)[^1].Trim();
        if (own.Length == 0)
            return null;
        var entry = Book.Voices.FirstOrDefault(known => known.Voice.Equals(own, StringComparison.OrdinalIgnoreCase) || known.Id == own);
        var voice = entry is null
            ? new Voice($"{Name}:{own}", language, "female", "adult", $"{own} ({Book.Label})")
            : VoiceOf(Book, entry, Book.Models);
        return voice.Speaks(language) ? voice : null;
    }

    public async Task<Utterance> SpeakAsync(SpeechOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        var requestFor = RequestsFor(order);
        var seats = await SeatsAsync(order.Language, cancellation);
        if (seats.Count == 0)
            return new Utterance.Silent(Remedy, ForNow: true);
        using var alone = await lines.EnterAsync(lines.FileOf(source.Essence(requestFor(seats[0]))), cancellation);
        foreach (var seat in seats)
        {
            var file = lines.FileOf(source.Essence(requestFor(seat)));
            if (PcmWave.SecondsOf(file) is not null)
                return await DeliverAsync(file, order, seat.Model, KeptReceipt(file, seat.Model, order.Text.Length), cancellation);
        }

        return await AskAsync(order, seats, requestFor, cancellation);
    }

    public async Task<CostShare?> PriceAsync(SpeechOrder order, double seconds, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        var seats = await SeatsAsync(order.Language, cancellation);
        if (seats.Count == 0)
            return null;
        var requestFor = RequestsFor(order);
        if (seats.Any(seat => PcmWave.SecondsOf(lines.FileOf(source.Essence(requestFor(seat)))) is not null))
            return CostShare.Nothing;
        var model = seats[0].Model;
        return CostShare.Of(model.CostOf(order.Text.Length, seconds), model.Currency, $"{Name}:{model.Id}")
            .From(seats.Where(seat => seat.Tier == seats[0].Tier).Select(seat => seat.Account));
    }

    private Func<SpeechSeat, SpokenRequest> RequestsFor(SpeechOrder order)
    {
        var book = Book;
        var entry = book.Voices.FirstOrDefault(known => known.Voice == order.Voice.Own) ?? new(order.Voice.Own, order.Voice.Gender, order.Voice.Age, new(order.Voice.Own));
        return seat => new(order.Text, order.Language, order.Manner, book, entry, seat.Model, seat.Account);
    }

    private async Task<Utterance> AskAsync(SpeechOrder order, IReadOnlyList<SpeechSeat> seats, Func<SpeechSeat, SpokenRequest> requestFor, CancellationToken cancellation)
    {
        var passed = new HashSet<SpeechSeat>();
        string? reason = null;
        var (lost, lineItself) = (0, false);
        for (var tries = 0; tries < room.Rules.TriesALine; tries++)
        {
            using var turn = await room.TakeAsync(seats, passed.Contains, waits: null, cancellation);
            if (turn is null)
                break;
            var seat = turn.Seat;
            var request = requestFor(seat);
            var file = lines.FileOf(source.Essence(request));
            var answer = await source.AskAsync(request, file, cancellation);
            switch (answer)
            {
                case SpeechAnswer.Spoken said:
                    room.Answered(seat);
                    var receipt = new LineReceipt(
                        seat.Model.Id, seat.Account.Name, order.Text.Length, seat.Model.CostOf(order.Text.Length, said.Seconds, said.Input, said.Output), seat.Model.Currency);
                    LineNote.Of(order.Voice.Name, order.Text, receipt).Write(file);
                    return await DeliverAsync(file, order, seat.Model, receipt, cancellation);
                case SpeechAnswer.Refused { Refusal: { } refusal }:
                    reason = $"{seat.Name}: {TroubleSentence.Of(Troubles.Of(refusal))}";
                    lineItself = Learn(seat, seats, refusal, passed);
                    break;
                case SpeechAnswer.Lost { Trouble: { } trouble }:
                    reason = $"{seat.Name}: {TroubleSentence.Of(trouble)}";
                    room.Rest(seat, wholeGroup: false, trouble, null, room.Rules.FailedRests);
                    lineItself = ++lost >= room.Rules.LostALine;
                    break;
            }

            if (lineItself)
                break;
        }

        // Whoever is still resting then will be asked for the next film.
        return new Utterance.Silent(reason ?? Sentence.Of("voices.all-rest", Name), ForNow: !lineItself);
    }

    /// <returns>Whether it is the line that is refused, wherever it is asked for.</returns>
    private bool Learn(SpeechSeat seat, IReadOnlyList<SpeechSeat> seats, Refusal refusal, HashSet<SpeechSeat> passed)
    {
        var trouble = Troubles.Of(refusal);
        switch (refusal.Kind)
        {
            case RefusalKind.Throttled:
                // All its models: a voice should not sound another way for a moment's haste.
                foreach (var same in seats.Where(other => other.Account.Id == seat.Account.Id))
                    room.Rest(same, wholeGroup: true, trouble, refusal.RetryAfter, room.Rules.ThrottledRests);
                return false;
            case RefusalKind.FailedAtProvider or RefusalKind.Unreachable:
                room.Rest(seat, wholeGroup: false, trouble, refusal.RetryAfter, room.Rules.FailedRests);
                return false;
            case RefusalKind.NotAllowed:
                room.Rest(seat, wholeGroup: false, trouble, null, room.Rules.LongRests);
                passed.Add(seat);
                return false;
            case RefusalKind.QuotaGone or RefusalKind.RefusedUse:
                foreach (var same in seats.Where(other => other.Account.Id == seat.Account.Id))
                    room.Rest(same, wholeGroup: false, trouble, refusal.RetryAfter, room.Rules.LongRests);
                return false;
            case RefusalKind.SignedOut:
                // It does not rest: a renewed key speaks at once. The film goes on without it.
                passed.UnionWith(seats.Where(other => other.Account.Id == seat.Account.Id));
                return false;
            case RefusalKind.BadRequest:
                // The same words will be wrong for the same model, whoever's it is.
                passed.UnionWith(seats.Where(other => other.Model.Id == seat.Model.Id));
                return seats.All(passed.Contains);
            default:
                return true;
        }
    }

    /// <summary>A sound without its note was paid for as well: the note comes after it.</summary>
    private static LineReceipt KeptReceipt(string file, SpeechModel model, int characters) => LineNote.Read(file) is { IsPaid: true } note
        ? new(note.Model!, note.Account ?? "", note.Characters ?? characters, note.Cost, note.Currency ?? model.Currency, Kept: true)
        : new(model.Id, "", characters, null, model.Currency, Kept: true);

    private async Task<Utterance> DeliverAsync(string file, SpeechOrder order, SpeechModel model, LineReceipt receipt, CancellationToken cancellation)
    {
        // What is paid for is hurried here: asking for another pace would cost again.
        var pace = order.Rate * (model.Takes("speed") ? 1 : order.Manner.Rate);
        if (pace != 1)
        {
            var hurried = await source.HurryAsync(file, pace, order.Wav, cancellation);
            return hurried is Utterance.Spoken spoken ? spoken with { Receipt = receipt } : hurried;
        }

        HalfFile.Make(order.Wav, half => File.Copy(file, half));
        return new Utterance.Spoken(PcmWave.SecondsOf(order.Wav) ?? 0, receipt);
    }

    /// <summary>Every enabled account with a key, first with its first model, then with its second...</summary>
    /// <param name="language">Null: any.</param>
    private async Task<IReadOnlyList<SpeechSeat>> SeatsAsync(string? language, CancellationToken cancellation)
    {
        var seats = new List<SpeechSeat>();
        foreach (var sheet in await accounts.AccountsAsync(cancellation))
        {
            var account = sheet.Account;
            if (!account.Enabled || account.Provider != source.Provider || (source.NeedsKey(account) && !await HasKeyAsync(account, cancellation)))
                continue;
            var own = await source.OwnModelAsync(account, cancellation);
            var models = own is null ? Ranked(language) : own.Length == 0 ? [] : [await OwnAsync(own, account, cancellation)];
            seats.AddRange(models.Select((model, rank) => new SpeechSeat(account, model, rank)));
        }

        return [.. seats.OrderBy(seat => seat.Tier)];
    }

    private async Task<SpeechModel> OwnAsync(string model, Account account, CancellationToken cancellation) => Book.Models.FirstOrDefault(known => known.Id == model)
        ?? (account.IsOnThisMachine && !await HasKeyAsync(account, cancellation) ? SpeechModel.Unlisted(model) with { PerMillionCharacters = 0 } : SpeechModel.Unlisted(model));

    private List<SpeechModel> Ranked(string? language) =>
    [
        .. Book.Models.Where(model => model.Rank is not null && (model.ShutsDown is not { } end || end > Today) && (language is null || model.Speaks(language)))
            .OrderBy(model => model.Rank),
    ];

    private async Task<bool> HasKeyAsync(Account account, CancellationToken cancellation)
    {
        try
        {
            return !(await keys.OfAsync(account.Id, cancellation)).IsEmpty;
        }
        catch (Film.MistakeException)
        {
            // The keys cannot be opened: accounts list and test say why.
            return false;
        }
    }

    private Voice VoiceOf(ServiceVoices book, ServiceVoices.Entry entry, IReadOnlyList<SpeechModel> models)
    {
        string[] languages = entry.Language is { } only ? [only] : [.. book.Languages.Keys.Where(language => models.Any(model => model.Speaks(language)))];
        return new($"{Name}:{entry.Voice}", languages.Length > 0 ? languages[0] : "", entry.Gender, entry.Age, $"{entry.Label} ({book.Label})") { Also = [.. languages.Skip(1)] };
    }
}
