namespace Rushes.Storage.Secrets;

/// <summary>Where sealed secrets lie. It never sees what is in them.</summary>
public interface ISecretShelf
{
    /// <returns>The sealed secret of an account and the account's name, or its id where the books know no such account; null when it has none.</returns>
    Task<(byte[] Sealed, string Account)?> SecretAsync(string account, CancellationToken cancellation);

    Task KeepSecretAsync(string account, byte[] sealedSecret, CancellationToken cancellation);

    Task ForgetSecretAsync(string account, CancellationToken cancellation);
}
