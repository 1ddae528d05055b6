namespace Rushes.Film.Takes;

/// <summary>Where one submission of a take to one account stands. The first three and <see cref="Unknown"/> may have cost money.</summary>
public enum AttemptState
{
    Intent,
    Submitted,
    Done,

    /// <summary>A definite no: nothing was made.</summary>
    Rejected,

    Unknown,

    /// <summary>Given up by the user's consent, or failed for good at the provider.</summary>
    WrittenOff,
}
