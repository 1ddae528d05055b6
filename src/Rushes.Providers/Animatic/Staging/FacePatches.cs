using Rushes.Providers.Animatic.Compositing;
using Rushes.Providers.Animatic.Life;

namespace Rushes.Providers.Animatic.Staging;

/// <summary>A face in all its states, as patches that replace the pixels of the drawn figure.</summary>
/// <param name="states">What each patch shows.</param>
/// <param name="patches">One for each state, all of the same size.</param>
/// <param name="x">Where they belong in the figure's raster; even.</param>
/// <param name="y">Where they belong in the figure's raster; even.</param>
internal sealed class FacePatches(IReadOnlyList<FaceState> states, IReadOnlyList<LayerRaster> patches, int x, int y) : IDisposable
{
    private FaceState _shown = FaceState.AtRest;

    public void Show(LayerRaster figure, Face face, int frame, double time)
    {
        var wanted = new FaceState(face.Mouth?.At(frame) ?? MouthShape.Closed, face.Blinks.ClosedAt(time));
        if (wanted == _shown)
            return;
        for (var index = 0; index < states.Count; index++)
        {
            if (states[index] == wanted)
            {
                figure.Stamp(patches[index], x, y);
                _shown = wanted;
                return;
            }
        }
    }

    public void Dispose()
    {
        foreach (var patch in patches)
            patch.Dispose();
    }
}
