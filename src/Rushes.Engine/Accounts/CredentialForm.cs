namespace Rushes.Engine.Accounts;

/// <summary>What accounts of a kind sign in with.</summary>
public enum CredentialForm
{
    None,

    /// <summary>A bearer token that expires.</summary>
    Token,

    /// <summary>A key that stays.</summary>
    Key,

    /// <summary>A whole JSON document, such as a service account's.</summary>
    Document,
}
