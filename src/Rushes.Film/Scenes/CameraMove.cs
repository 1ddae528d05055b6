namespace Rushes.Film.Scenes;

/// <summary>How the camera moves while it films.</summary>
public enum CameraMove
{
    Static,

    /// <summary>Slowly nearer.</summary>
    ZoomIn,

    /// <summary>Slowly away.</summary>
    ZoomOut,

    PanLeft,
    PanRight,
    TiltUp,
    TiltDown,

    /// <summary>Along with somebody, the world sliding by.</summary>
    Tracking,

    /// <summary>On a shoulder.</summary>
    Handheld,
}
