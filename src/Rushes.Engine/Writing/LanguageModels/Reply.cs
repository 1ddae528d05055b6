namespace Rushes.Engine.Writing.LanguageModels;

/// <summary>What became of a question.</summary>
internal abstract record Reply
{
    private Reply()
    {
    }

    /// <param name="Text">What the model wrote, as far as it came.</param>
    /// <param name="IsWhole">False when it was cut off, by its length or on the way.</param>
    /// <param name="By">The model.</param>
    /// <param name="Digest">Under which to keep it; null when it was kept before.</param>
    public sealed record Answered(string Text, bool IsWhole, string By, string? Digest) : Reply;

    /// <summary>The model will not write this.</summary>
    /// <param name="Words">Its own, or those of its provider.</param>
    public sealed record Declined(string By, string Words) : Reply;

    /// <summary>No account answered.</summary>
    /// <param name="Reasons">One sentence for each that was asked; empty when there was none left to ask.</param>
    public sealed record Nobody(IReadOnlyList<string> Reasons) : Reply;
}
