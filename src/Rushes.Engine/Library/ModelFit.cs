using System.Globalization;
using Rushes.Film.Scenes;

namespace Rushes.Engine.Library;

/// <summary>What of a model's offer suits a scene.</summary>
public static class ModelFit
{
    /// <summary>The model's aspect that loses the least when the cut crops it to the film's.</summary>
    /// <returns>One of the model's words, such as <c>9:16</c>.</returns>
    public static string AspectFor(this VideoModel model, Aspect aspect)
    {
        ArgumentNullException.ThrowIfNull(model);
        var wanted = Math.Log((double)aspect.Wide / aspect.High);
        return model.Aspects.MinBy(offered => Math.Abs(Math.Log(ProportionOf(offered)) - wanted)) ?? aspect.ToString();
    }

    /// <summary>The least resolution that covers the film's frame, or else the greatest that there is.</summary>
    /// <returns>One of the model's words, such as <c>720p</c>; null where it has one size of its own.</returns>
    public static string? ResolutionFor(this VideoModel model, FrameSize size)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Resolutions.FirstOrDefault(offered => ShortSideOf(offered) >= Math.Min(size.Width, size.Height))
            ?? (model.Resolutions is [.., var greatest] ? greatest : null);
    }

    /// <summary>The shortest clip that the model films and that holds the scene, or else the longest that there is.</summary>
    /// <param name="seconds">How long the scene is.</param>
    public static double LengthFor(this VideoModel model, double seconds)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.Lengths.Count == 0)
            return Math.Clamp(seconds, model.Shortest, Math.Max(model.Shortest, model.Longest));

        // A hundredth of a second short is less than a frame.
        var holding = model.Lengths.Where(length => length >= seconds - 0.01);
        return holding.DefaultIfEmpty(model.Lengths.Max()).Min();
    }

    /// <summary>Pixels on the shorter side of what a word such as <c>1080p</c> or <c>4k</c> means.</summary>
    public static int ShortSideOf(string resolution)
    {
        ArgumentNullException.ThrowIfNull(resolution);
        if (resolution.EndsWith('p') && int.TryParse(resolution.AsSpan(0, resolution.Length - 1), CultureInfo.InvariantCulture, out var lines))
            return lines;
        return resolution.ToUpperInvariant() switch { "2K" => 1440, "4K" => 2160, _ => 0 };
    }

    private static double ProportionOf(string aspect) =>
        aspect.Split(':') is [var wide, var high]
        && double.TryParse(wide, CultureInfo.InvariantCulture, out var w) && double.TryParse(high, CultureInfo.InvariantCulture, out var h) && w > 0 && h > 0
            ? w / h
            : double.MaxValue;
}
