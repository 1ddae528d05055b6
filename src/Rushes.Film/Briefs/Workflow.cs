namespace Rushes.Film.Briefs;

public enum Workflow
{
    /// <summary>An idea becomes a script, its scenes become a film.</summary>
    Text2Video,

    /// <summary>Pictures become clips and a film.</summary>
    Image2Video,

    /// <summary>A product becomes a sales film.</summary>
    SalesVideo,
}
