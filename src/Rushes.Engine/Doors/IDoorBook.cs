namespace Rushes.Engine.Doors;

/// <summary>Who may enter a studio that others can reach.</summary>
public interface IDoorBook
{
    /// <returns>The owner's password as <see cref="SlowHash"/> has it; null when there is none.</returns>
    Task<string?> OwnerAsync(CancellationToken cancellation);

    /// <summary>Sets the owner's password, and ends every session.</summary>
    Task SetOwnerAsync(string hash, CancellationToken cancellation);

    Task AddPassAsync(Pass pass, CancellationToken cancellation);

    /// <returns>Null when there is none of this digest, or it has expired.</returns>
    Task<Pass?> PassAsync(string digest, CancellationToken cancellation);

    /// <summary>The tokens, the oldest first.</summary>
    Task<IReadOnlyList<Pass>> TokensAsync(CancellationToken cancellation);

    Task RemovePassAsync(string digest, CancellationToken cancellation);
}
