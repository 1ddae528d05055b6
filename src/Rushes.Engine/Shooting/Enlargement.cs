namespace Rushes.Engine.Shooting;

/// <summary>How enlarging a clip ended.</summary>
public abstract record Enlargement
{
    private Enlargement()
    {
    }

    /// <param name="Bytes">Length of the larger file.</param>
    public sealed record Done(long Bytes) : Enlargement;

    /// <summary>The clip has as many pixels already.</summary>
    public sealed record NotNeeded : Enlargement;

    public sealed record Failed(string Reason) : Enlargement;
}
