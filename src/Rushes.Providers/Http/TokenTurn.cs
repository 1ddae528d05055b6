using System.Collections.Concurrent;
using Rushes.Engine.Accounts;
using Rushes.Film.Accounts;

namespace Rushes.Providers.Http;

/// <summary>
/// Uses the tokens of an account in turn. One that the provider no longer knows is passed over until the account's tokens change; the account is signed out
/// only when all of them are. Whoever asks after that has been told to try again, and all are tried: a provider's hiccup must not outlast it.
/// </summary>
public sealed class TokenTurn(IKeyRing keys)
{
    private readonly ConcurrentDictionary<string, Turn> _turns = new(StringComparer.Ordinal);

    /// <returns>Null when the account has no token.</returns>
    public async ValueTask<string?> NextAsync(Account account, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(account);
        var tokens = (await keys.OfAsync(account.Id, cancellation)).Tokens;
        return _turns.GetOrAdd(account.Id, static _ => new()).Next(tokens);
    }

    /// <summary>The provider said that it does not know the token (any more).</summary>
    /// <returns>Whether the account has another one to try.</returns>
    public bool Refused(Account account, string token)
    {
        ArgumentNullException.ThrowIfNull(account);
        return _turns.GetOrAdd(account.Id, static _ => new()).Refuse(token);
    }

    private sealed class Turn
    {
        private readonly Lock _door = new();
        private readonly HashSet<string> _refused = new(StringComparer.Ordinal);
        private IReadOnlyList<string> _tokens = [];
        private int _next;

        public string? Next(IReadOnlyList<string> tokens)
        {
            lock (_door)
            {
                if (!tokens.SequenceEqual(_tokens))
                {
                    _tokens = tokens;
                    _refused.Clear();
                }

                for (var tried = 0; tried < _tokens.Count; tried++)
                {
                    var token = _tokens[_next++ % _tokens.Count];
                    if (!_refused.Contains(token))
                        return token;
                }

                return null;
            }
        }

        public bool Refuse(string token)
        {
            lock (_door)
            {
                _refused.Add(token);
                if (_tokens.Any(other => !_refused.Contains(other)))
                    return true;
                _refused.Clear();
                return false;
            }
        }
    }
}
