namespace Rushes.Providers.Animatic.Photos;

/// <summary>What the camera does before a still picture. Named in <c>Picture.Move</c> in kebab-case, such as <c>push-in</c>.</summary>
internal enum PhotoMove
{
    PushIn,
    PullOut,
    PanLeft,
    PanRight,
    TiltUp,
    TiltDown,

    /// <summary>A slow slanting glide that comes a little nearer.</summary>
    Drift,

    /// <summary>The picture floats before an enlargement of itself, which moves the other way.</summary>
    Parallax,
}
