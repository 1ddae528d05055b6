using Rushes.Providers.Animatic.Drawing;
using Rushes.Providers.Animatic.Lettering;
using Rushes.Providers.Animatic.Staging;

namespace Rushes.Providers.Animatic.Cards;

/// <summary>Draws a card that is laid out: all its letters in one go, then piece by piece.</summary>
internal sealed class CardPrinter(Press press, LetterPainter letters)
{
    /// <returns>From back to front.</returns>
    public async Task<IReadOnlyList<IStageLayer>> PrintAsync(CardPlan plan, double seconds, string language, CancellationToken cancellation)
    {
        var layers = new List<IStageLayer>();
        var sheets = plan.Pieces.Select(piece => piece.Letters).ToList();
        var painted = await letters.PaintAsync([.. sheets.SelectMany(sheet => sheet)], language, cancellation);
        try
        {
            layers.AddRange(await new GroundPainter(press, plan.Scheme, plan.Room, seconds).PaintAsync(plan.Background, plan.Photos, cancellation));
            var used = 0;
            for (var index = 0; index < plan.Pieces.Count; index++)
            {
                // One after another: each holds pictures of some megabytes while it is made.
                layers.AddRange(await plan.Pieces[index].PrintAsync(press, [.. painted.Skip(used).Take(sheets[index].Count)], cancellation));
                used += sheets[index].Count;
            }

            return layers;
        }
        catch
        {
            layers.ForEach(layer => layer.Dispose());
            throw;
        }
        finally
        {
            foreach (var surface in painted)
                surface.Dispose();
        }
    }
}
