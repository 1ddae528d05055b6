namespace Rushes.FakeProviders.Faults;

/// <summary>What is being done when a fault comes.</summary>
public enum Moment
{
    /// <summary>Any call with a credential.</summary>
    Any,

    /// <summary>A call that creates work (or asks a language model or a voice).</summary>
    Submit,

    /// <summary>What becomes of an accepted operation.</summary>
    Fate,

    /// <summary>A question about an operation.</summary>
    Status,

    /// <summary>Reading the finished clip.</summary>
    Download,

    /// <summary>Bringing a picture.</summary>
    Upload,

    /// <summary>Asking for an access token.</summary>
    Token,

    /// <summary>Taking work back.</summary>
    Cancel,
}
