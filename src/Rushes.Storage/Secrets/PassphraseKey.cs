using System.Security.Cryptography;

namespace Rushes.Storage.Secrets;

/// <summary>A key made of a passphrase that is nowhere on the machine: PBKDF2 with SHA-256, a salt a home, and as many rounds as OWASP advises (2023).</summary>
internal sealed class PassphraseKey(string folder, string passphrase) : KeyPlace(folder)
{
    private const int Rounds = 600_000;
    private const int SaltBytes = 16;
    private const string Name = "passphrase.salt";

    public override ValueTask<SealingKey?> FindAsync(CancellationToken cancellation) =>
        new(OnceFile.Read(FileOf(Name)) is { } salt ? Derive(salt) : null);

    public override ValueTask<SealingKey?> FindOrMakeAsync(CancellationToken cancellation) =>
        new(Derive(OnceFile.Read(FileOf(Name)) ?? OnceFile.Make(FileOf(Name), RandomNumberGenerator.GetBytes(SaltBytes))));

    private SealingKey Derive(byte[] salt) => new(Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, Rounds, HashAlgorithmName.SHA256, SealingKey.Bytes));
}
