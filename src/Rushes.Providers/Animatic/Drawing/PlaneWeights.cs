namespace Rushes.Providers.Animatic.Drawing;

/// <summary>
/// What each plane takes of a premultiplied pixel's red, green, blue and alpha (all 0 to 255): the look's grade followed by BT.709 in limited range. The offsets of
/// the planes, 16 and 128, go with what the layer hides, so that pure light adds none.
/// </summary>
internal readonly struct PlaneWeights
{
    private const double LumaRange = 219.0 / 255;
    private const double ChromaRange = 224.0 / 255;

    public PlaneWeights(Look look)
    {
        ArgumentNullException.ThrowIfNull(look);
        var (red, green, blue) = look.Grade;
        var luma = red.Scaled(0.2126) + green.Scaled(0.7152) + blue.Scaled(0.0722);
        var body = look.Opacity * look.Body;
        Luma = Weights(luma, LumaRange * look.Opacity, 16.0 / 255 * body);
        U = Weights((blue + luma.Scaled(-1)).Scaled(1 / 1.8556), ChromaRange * look.Opacity, 128.0 / 255 * body);
        V = Weights((red + luma.Scaled(-1)).Scaled(1 / 1.5748), ChromaRange * look.Opacity, 128.0 / 255 * body);
        Body = (float)body;
        var paint = look.Body >= 1;
        Least = paint ? (float)(16.0 / 255 * body) : 0;
        MostLuma = paint ? (float)(235.0 / 255 * body) : 1;
        MostChroma = paint ? (float)(240.0 / 255 * body) : 1;
    }

    public (float Red, float Green, float Blue, float Constant) Luma { get; }

    public (float Red, float Green, float Blue, float Constant) U { get; }

    public (float Red, float Green, float Blue, float Constant) V { get; }

    /// <summary>Alpha of the layer for alpha of the drawing.</summary>
    public float Body { get; }

    public float Least { get; }

    public float MostLuma { get; }

    public float MostChroma { get; }

    private static (float Red, float Green, float Blue, float Constant) Weights(GradeRow row, double range, double offset) =>
        ((float)(row.Red * range), (float)(row.Green * range), (float)(row.Blue * range), (float)(row.Constant * range + offset));
}
