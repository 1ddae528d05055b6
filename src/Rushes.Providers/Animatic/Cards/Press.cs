using Rushes.Engine.Library;
using Rushes.Providers.Animatic.Drawing;
using Rushes.Providers.Animatic.Photos;
using FontFolder = Rushes.Engine.Cutting.Captions.FontFolder;

namespace Rushes.Providers.Animatic.Cards;

/// <summary>What pieces are made with.</summary>
/// <param name="Fonts">With headlines in their weight.</param>
internal sealed record Press(PhotoLab Lab, Rasteriser Rasteriser, IDataLibrary Library, FontFolder Fonts)
{
    public SvgDrawing Drawing(string name) => SvgDrawing.Load(Library.PathOf($"sales/{name}.svg"));
}
