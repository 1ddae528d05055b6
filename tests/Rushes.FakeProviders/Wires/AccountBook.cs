using Rushes.FakeProviders.Operations;

namespace Rushes.FakeProviders.Wires;

/// <summary>Who may call, how often each has submitted, and whose limits are reached.</summary>
internal sealed class AccountBook(FakeOptions options)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, FakeAccount> byCredential = options.Accounts
        .SelectMany(account => account.Tokens.Select(token => (token, account))).ToDictionary(pair => pair.token, pair => pair.account, StringComparer.Ordinal);
    private readonly Dictionary<string, int> callsOfToken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<DateTimeOffset>> submits = new(StringComparer.Ordinal);

    /// <summary>Names of all accounts that are listed or have been seen.</summary>
    public IReadOnlyList<string> Names
    {
        get
        {
            lock (gate)
                return [.. byCredential.Values.Select(account => account.Name).Concat(submits.Keys).Distinct(StringComparer.Ordinal)];
        }
    }

    /// <summary>Makes <paramref name="credential"/> another token of <paramref name="account"/>.</summary>
    public void Admit(string credential, FakeAccount account)
    {
        lock (gate)
            byCredential[credential] = account;
    }

    /// <summary>The account of a credential, used up or not, or null. Counts nothing.</summary>
    public FakeAccount? OwnerOf(string? credential)
    {
        if (string.IsNullOrWhiteSpace(credential))
            return null;
        lock (gate)
        {
            return byCredential.TryGetValue(credential, out var account) ? account
                : options.Accounts.Count > 0 ? null
                : byCredential[credential] = new FakeAccount { Name = $"account-{byCredential.Count + 1}", Tokens = [credential] };
        }
    }

    /// <summary>Takes a token away.</summary>
    public void Revoke(string credential)
    {
        lock (gate)
            byCredential.Remove(credential);
    }

    /// <summary>The caller of a credential, or null when it is unknown, empty or used up. Counts the call.</summary>
    public Caller? Find(string? credential)
    {
        if (string.IsNullOrWhiteSpace(credential))
            return null;
        lock (gate)
        {
            if (!byCredential.TryGetValue(credential, out var account))
            {
                if (options.Accounts.Count > 0)
                    return null;
                byCredential[credential] = account = new FakeAccount { Name = $"account-{byCredential.Count + 1}", Tokens = [credential] };
            }
            var calls = callsOfToken[credential] = callsOfToken.GetValueOrDefault(credential) + 1;
            return calls > account.CallsPerToken ? null : new Caller(account.Name, credential, account);
        }
    }

    /// <summary>
    /// Counts a submission; null when the account is within pace and rate, otherwise how long it should have waited.
    /// </summary>
    public TimeSpan? Submit(Caller caller, DateTimeOffset now)
    {
        lock (gate)
        {
            if (!submits.TryGetValue(caller.Name, out var times))
                submits[caller.Name] = times = [];
            var perMinute = caller.Account.RequestsPerMinute ?? options.RequestsPerMinute;
            TimeSpan? wait = null;
            if (times.Count > 0 && now - times[^1] < options.Pace)
                wait = times[^1] + options.Pace - now;
            if (perMinute is { } limit && times.Count >= limit && now - times[^limit] < Minute)
                wait = times[^limit] + Minute - now;
            times.Add(now);
            return wait;
        }
    }

    /// <summary>Submissions and the most in any minute of an account.</summary>
    public (int All, int MostPerMinute) SubmitsOf(string name)
    {
        lock (gate)
        {
            if (!submits.TryGetValue(name, out var times))
                return (0, 0);
            int most = 0, first = 0;
            for (var last = 0; last < times.Count; last++)
            {
                while (times[last] - times[first] >= Minute)
                    first++;
                most = Math.Max(most, last - first + 1);
            }
            return (times.Count, most);
        }
    }

    public TimeSpan GenerateOf(Caller caller) => caller.Account.Generate ?? options.Generate;

    public int? SlotsOf(Caller caller) => caller.Account.Slots ?? options.Slots;

    /// <summary>The operation may be asked about with this caller's credential.</summary>
    public static bool Owns(Caller caller, Operation operation) => operation.Account == caller.Name;

    public void Clear()
    {
        lock (gate)
        {
            callsOfToken.Clear();
            submits.Clear();
        }
    }
}
