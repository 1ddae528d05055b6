using System.Security.Cryptography;
using System.Text;
using Rushes.Film;

namespace Rushes.Engine.Doors;

/// <summary>Lets the owner, and programs of the owner, into a studio that others can reach.</summary>
public sealed class Doorkeeper(IDoorBook book, TimeProvider time) : IDisposable
{
    public const int ShortestPassword = 10;
    private const int LongestPassword = 1000;
    private const string TokenMark = "rushes_";
    private static readonly TimeSpan SessionLasts = TimeSpan.FromDays(30);
    private static readonly TimeSpan TokenLasts = TimeSpan.FromDays(3650);
    private readonly WrongPasswords _wrong = new(time);

    // Trying a password is meant to be slow; many at once must not slow down the films.
    private readonly SemaphoreSlim _turn = new(1);

    public async Task<bool> HasOwnerAsync(CancellationToken cancellation) => await book.OwnerAsync(cancellation) is not null;

    /// <exception cref="MistakeException">The password is too short or too long.</exception>
    public Task SetPasswordAsync(string password, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(password);
        return password.Length is >= ShortestPassword and <= LongestPassword
            ? book.SetOwnerAsync(SlowHash.Of(password), cancellation)
            : throw Mistake.Input("doors.password-length", "password", ShortestPassword, LongestPassword).AsException();
    }

    /// <param name="place">Where the try comes from, such as an address.</param>
    public async Task<SignIn> SignInAsync(string password, string place, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            if (_wrong.WaitOf(place) is { Ticks: > 0 } wait)
                return new SignIn.Wait(wait);
            if (password is not { Length: > 0 and <= LongestPassword } || await book.OwnerAsync(cancellation) is not { } hash
                || !await Task.Run(() => SlowHash.Fits(hash, password), cancellation))
            {
                _wrong.Wrong(place);
                return new SignIn.WrongPassword();
            }
        }
        finally
        {
            _turn.Release();
        }

        _wrong.Right(place);
        return new SignIn.Welcome(await IssueAsync(PassKind.Session, "", SessionLasts, "", cancellation));
    }

    /// <summary>Whether somebody who shows this may enter.</summary>
    public async Task<bool> AdmitsAsync(string? secret, PassKind kind, CancellationToken cancellation) =>
        secret is { Length: > 0 and < 200 } && (await book.PassAsync(DigestOf(secret), cancellation))?.Kind == kind;

    public Task SignOutAsync(string secret, CancellationToken cancellation) => book.RemovePassAsync(DigestOf(secret), cancellation);

    /// <summary>A token for a program. It is told once, now.</summary>
    /// <exception cref="MistakeException">There is one of this name.</exception>
    public async Task<string> IssueTokenAsync(string name, CancellationToken cancellation) =>
        (await book.TokensAsync(cancellation)).Any(token => token.Name == name)
            ? throw Mistake.Input("doors.token-there", "name", name).AsException()
            : await IssueAsync(PassKind.Token, name, TokenLasts, TokenMark, cancellation);

    public Task<IReadOnlyList<Pass>> TokensAsync(CancellationToken cancellation) => book.TokensAsync(cancellation);

    /// <exception cref="MistakeException">There is none of this name.</exception>
    public async Task RevokeTokenAsync(string name, CancellationToken cancellation)
    {
        var token = (await book.TokensAsync(cancellation)).FirstOrDefault(token => token.Name == name) ?? throw Mistake.Input("doors.no-token", "name", name).AsException();
        await book.RemovePassAsync(token.Digest, cancellation);
    }

    public void Dispose() => _turn.Dispose();

    private async Task<string> IssueAsync(PassKind kind, string name, TimeSpan lasts, string mark, CancellationToken cancellation)
    {
        var secret = mark + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var now = time.GetUtcNow();
        await book.AddPassAsync(new Pass(DigestOf(secret), kind, name, now, now + lasts), cancellation);
        return secret;
    }

    private static string DigestOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
