namespace Rushes.Engine.Cutting.Sounds;

/// <summary>Something that sounds somewhere in the film.</summary>
internal interface ITrack : IDisposable
{
    /// <summary>Adds its samples of the stretch that begins at <paramref name="at"/> to what is there already.</summary>
    /// <param name="at">Samples from the film's start.</param>
    void AddTo(Span<float> left, Span<float> right, long at);
}
