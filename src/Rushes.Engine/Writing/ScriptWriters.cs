using Rushes.Engine.Accounts;
using Rushes.Engine.Library;
using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Texts;
using Rushes.Engine.Writing.LanguageModels;
using Rushes.Film;
using Rushes.Film.Accounts;

namespace Rushes.Engine.Writing;

/// <summary>Finds the writer of a script: the one that the user names, else the first enabled account of a language model, else the built-in one.</summary>
public sealed class ScriptWriters(
    BuiltInWriter builtIn, IAccountBook accounts, IKeyRing keys, LanguageModelBook models, IEnumerable<IChatSource> sources, WriterTools tools)
{
    private readonly Dictionary<string, IChatSource> _sources = sources.ToDictionary(source => source.Provider, StringComparer.OrdinalIgnoreCase);

    /// <summary>The names that <c>--writer</c> takes.</summary>
    public IReadOnlyList<string> Names => [BuiltInWriter.Builtin, .. _sources.Keys.Order(StringComparer.Ordinal)];

    /// <param name="named"><c>builtin</c> or <c>PROVIDER[:MODEL]</c>; null leaves the choice open.</param>
    /// <exception cref="MistakeException">There is no such writer, or no account for it.</exception>
    public async Task<IScriptWriter> ChooseAsync(string? named, CancellationToken cancellation)
    {
        if (named is null)
            return await UsualAsync(cancellation);
        if (named.Equals(BuiltInWriter.Builtin, StringComparison.OrdinalIgnoreCase))
            return builtIn;
        var colon = named.IndexOf(':', StringComparison.Ordinal);
        var (provider, model) = colon < 0 ? (named, null) : (named[..colon], named[(colon + 1)..].Trim());
        if (!_sources.TryGetValue(provider, out var source) || model is "")
            throw Mistake.Input("brief.unknown-writer", "writer", named, string.Join(", ", Names)).AsException();
        var own = (await EnabledAsync(cancellation)).FindAll(account => account.Provider == source.Provider);
        if (own.Count == 0)
            throw Mistake.Input("writing.no-account", "writer", source.Provider).AsException();
        var troubles = new List<string>();
        var seats = await SeatsAsync(own, model, 0, troubles, cancellation);
        return seats.Count > 0
            ? new ModelWriter(named, seats, mayFallBack: false, tools)
            : throw Mistake.Input("writing.no-model", "writer", source.Provider, string.Join("; ", troubles)).AsException();
    }

    /// <summary>Every enabled account of a language model, the first provider first; none when there is no such account.</summary>
    internal async Task<IReadOnlyList<Seat>> UsualSeatsAsync(CancellationToken cancellation)
    {
        var seats = new List<Seat>();
        var troubles = new List<string>();
        var enabled = await EnabledAsync(cancellation);
        foreach (var provider in enabled.GroupBy(account => account.Provider))
            seats.AddRange(await SeatsAsync([.. provider], null, seats.Count == 0 ? 0 : seats.Max(seat => seat.Tier) + 1, troubles, cancellation));
        return seats;
    }

    private async Task<IScriptWriter> UsualAsync(CancellationToken cancellation) => await UsualSeatsAsync(cancellation) is [var first, ..] seats
        ? new ModelWriter(first.Account.Provider, seats, mayFallBack: true, tools)
        : builtIn;

    private async Task<List<Account>> EnabledAsync(CancellationToken cancellation) =>
    [
        .. (await accounts.AccountsAsync(cancellation)).Select(sheet => sheet.Account).Where(account => account.Enabled && _sources.ContainsKey(account.Provider)),
    ];

    /// <summary>All accounts of a provider with its first model, then all with its second...</summary>
    private async Task<List<Seat>> SeatsAsync(List<Account> own, string? model, int firstTier, List<string> troubles, CancellationToken cancellation)
    {
        var seats = new List<Seat>();
        foreach (var account in own)
        {
            var source = _sources[account.Provider];
            var list = model is not null ? [models.Named(account.Provider, model)] : await ModelsOfAsync(account, source, troubles, cancellation);
            var nobodysBill = account.IsOnThisMachine && list.Any(one => one.InputPerMillion is null) && !await HasKeyAsync(account, cancellation);
            seats.AddRange(list.Select((one, rank) => new Seat(account, nobodysBill ? Unpriced(one) : one, firstTier + rank, source.Open(account, one))));
        }

        return seats;
    }

    /// <summary>A model that runs here and knows no key has nobody to send a bill to.</summary>
    private static LanguageModel Unpriced(LanguageModel model) => model with { InputPerMillion = model.InputPerMillion ?? 0, OutputPerMillion = model.OutputPerMillion ?? 0 };

    private async Task<bool> HasKeyAsync(Account account, CancellationToken cancellation)
    {
        try
        {
            return !(await keys.OfAsync(account.Id, cancellation)).IsEmpty;
        }
        catch (MistakeException)
        {
            // Keys that cannot be opened are keys.
            return true;
        }
    }

    private async Task<IReadOnlyList<LanguageModel>> ModelsOfAsync(Account account, IChatSource source, List<string> troubles, CancellationToken cancellation)
    {
        try
        {
            return await source.OwnModelAsync(account, cancellation) is { } own
                ? [models.Named(account.Provider, own)]
                : models.Ranked(account.Provider, DateOnly.FromDateTime(tools.Room.Time.GetUtcNow().UtcDateTime));
        }
        catch (ChatException silent)
        {
            troubles.Add($"{account.Name}: {TroubleSentence.Of(silent.Failure.Trouble)}");
            return [];
        }
    }
}
