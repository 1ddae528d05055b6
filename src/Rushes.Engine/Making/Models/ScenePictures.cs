namespace Rushes.Engine.Making.Models;

/// <summary>What pictures of the user's a scene is filmed from.</summary>
public enum ScenePictures
{
    None,

    /// <summary>It begins with one.</summary>
    Start,

    /// <summary>It shows what is on them: from the first frame on, or as references.</summary>
    Show,
}
