namespace Rushes.Providers.Animatic.Cameras;

/// <summary>What a layer belongs to; each may be framed in its own measure, as a painter would.</summary>
internal enum Plane
{
    /// <summary>The figures and what stands with them.</summary>
    Actors,

    /// <summary>The place and its sky.</summary>
    Set,

    /// <summary>Weather between camera and place.</summary>
    Air,
}
