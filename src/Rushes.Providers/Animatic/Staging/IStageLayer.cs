using Rushes.Providers.Animatic.Compositing;

namespace Rushes.Providers.Animatic.Staging;

/// <summary>Something that appears in pictures of a clip.</summary>
internal interface IStageLayer : IDisposable
{
    /// <summary>How it stands in a frame; false when it is not seen.</summary>
    bool TryDraw(int frame, double time, out Drawn drawn);
}
