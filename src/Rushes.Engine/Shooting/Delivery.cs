namespace Rushes.Engine.Shooting;

/// <summary>How a download ended. A failed one is tried again; it is never a reason to generate again.</summary>
public abstract record Delivery
{
    private Delivery()
    {
    }

    /// <param name="Bytes">Length of the file.</param>
    /// <param name="Normal">The clip is already in the film's own form (size, rate, codec, captions): the cut copies it.</param>
    public sealed record Delivered(long Bytes, bool Normal = false) : Delivery;

    public sealed record Broken(string Reason) : Delivery;

    /// <summary>The clip is not there any more and never will be. A local provider's take is filmed again; elsewhere the take fails.</summary>
    public sealed record Gone(string Reason) : Delivery;
}
