namespace Rushes.Engine.Writing.Checking;

/// <summary>The kinds of warnings, as <c>script --json</c> names them.</summary>
public static class WarningKinds
{
    /// <summary>There are no scenes, or so many or few that they run too fast or too slow.</summary>
    public const string Scenes = "scenes";

    /// <summary>The scenes do not add up to the seconds that were asked for.</summary>
    public const string Duration = "duration";

    /// <summary>A prompt is empty or longer than a provider takes.</summary>
    public const string Prompt = "prompt";

    /// <summary>Nothing grips in the first scene, or it opens with a greeting.</summary>
    public const string Hook = "hook";

    /// <summary>Two scenes tell the same.</summary>
    public const string Likeness = "likeness";

    /// <summary>What the idea names does not occur.</summary>
    public const string Idea = "idea";

    /// <summary>A text is in another language than the script.</summary>
    public const string Language = "language";

    /// <summary>More is said than the scene has seconds for.</summary>
    public const string Speech = "speech";

    /// <summary>Somebody appears or speaks whom the script does not introduce.</summary>
    public const string Character = "character";

    /// <summary>A prompt shows somebody without repeating how they look.</summary>
    public const string Identity = "identity";

    /// <summary>Place or time jump.</summary>
    public const string Continuity = "continuity";

    /// <summary>The feelings stay where they are.</summary>
    public const string Arc = "arc";

    /// <summary>A text to post is longer than its platform takes.</summary>
    public const string Social = "social";

    /// <summary>A provider may refuse what is shown or said.</summary>
    public const string Policy = "policy";
}
