namespace Rushes.Film.Scenes;

/// <summary>How the camera frames a scene.</summary>
public enum CameraShot
{
    /// <summary>The whole place, figures from head to foot.</summary>
    Wide,

    /// <summary>Figures from about the knee up.</summary>
    Medium,

    /// <summary>A face, or a thing as large as one.</summary>
    CloseUp,

    /// <summary>Through the eyes of somebody in the scene, who is not seen.</summary>
    Pov,

    /// <summary>Beside somebody who walks.</summary>
    Tracking,

    /// <summary>From high above.</summary>
    Aerial,
}
