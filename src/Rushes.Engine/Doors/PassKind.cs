namespace Rushes.Engine.Doors;

public enum PassKind
{
    /// <summary>A browser that signed in.</summary>
    Session,

    /// <summary>A program, by a token that the owner gave it.</summary>
    Token,
}
