namespace Rushes.Engine.Shooting.Books;

/// <summary>What became of the wish to remove an account.</summary>
public enum Removal
{
    Removed,
    NotThere,

    /// <summary>A take of it is in work; nothing was removed.</summary>
    InWork,
}
