namespace Rushes.Providers.Fal;

/// <summary>How an endpoint wants to be told the length of a clip.</summary>
internal enum FalDuration
{
    /// <summary><c>8</c></summary>
    Number,

    /// <summary><c>"8"</c></summary>
    Text,

    /// <summary><c>"8s"</c></summary>
    TextSeconds,
}
