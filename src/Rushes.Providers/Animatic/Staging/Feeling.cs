namespace Rushes.Providers.Animatic.Staging;

/// <summary>What a scene's emotion does to bodies.</summary>
internal enum Feeling
{
    None,

    /// <summary>Bodies sink and breathe slowly.</summary>
    Low,

    /// <summary>Bodies shiver.</summary>
    Fear,

    /// <summary>Bodies bounce.</summary>
    Joy,
}
