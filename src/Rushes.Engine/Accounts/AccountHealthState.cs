namespace Rushes.Engine.Accounts;

/// <summary>Whether an account can film, in a word.</summary>
public enum AccountHealthState
{
    Ready,

    /// <summary>Takes of it are in work.</summary>
    Working,

    /// <summary>It returns by itself.</summary>
    Resting,

    /// <summary>It returns when the user has done something about it.</summary>
    SetAside,

    Disabled,
}
