using System.Globalization;
using Rushes.Engine.Cutting;
using Rushes.Film.Cuts;
using Rushes.Film.Scenes;

namespace Rushes.Providers.Ffmpeg;

/// <summary>The filters that bring any picture to the film's size, rate and colours. Another proportion is filled with a blurred enlargement.</summary>
internal static class Framing
{
    /// <summary>Up to this much is cut off rather than filled: nobody misses it, and a thin blurred stripe is ugly.</summary>
    private const double Croppable = 0.03;

    // Highlights of HDR are rolled off instead of clipped (ffmpeg's tonemap, hable's curve).
    private const string ToOrdinaryRange =
        "zscale=transfer=linear:npl=100,format=gbrpf32le,zscale=primaries=bt709,tonemap=tonemap=hable:desat=0,zscale=transfer=bt709:matrix=bt709:range=tv,format=yuv420p,";

    /// <summary>From <c>[0:v:0]</c> to an open end; the last frame is held for ever.</summary>
    public static string Graph(Footage footage, FilmForm form)
    {
        var colours = footage.HighDynamicRange ? ToOrdinaryRange : "";
        var square = "scale=w='trunc(iw*max(sar,1e-3)/2)*2':h=ih:flags=bicubic:out_color_matrix=bt709:out_range=tv,setsar=1";
        var steady = string.Create(CultureInfo.InvariantCulture, $"fps={form.Rate.PerSecond}:start_time=0,tpad=stop=-1:stop_mode=clone");
        return $"[0:v:0]{colours}{steady},{square},{Fit(footage.Size, form.Size)}";
    }

    private static string Fit(FrameSize from, FrameSize to)
    {
        var (own, wanted) = ((double)from.Width / from.Height, (double)to.Width / to.Height);
        var size = string.Create(CultureInfo.InvariantCulture, $"{to.Width}:{to.Height}");
        if (from == to)
            return "null";
        if (Math.Abs(own / wanted - 1) <= Croppable)
            return $"scale={size}:force_original_aspect_ratio=increase:flags=lanczos,crop={size}";

        // The ground is blurred small and enlarged: a wide blur at an eighth of the cost.
        var small = string.Create(CultureInfo.InvariantCulture, $"{Small(to.Width)}:{Small(to.Height)}");
        return $"split=2[sharp][ground];[ground]scale={small}:force_original_aspect_ratio=increase:flags=area,crop={small},gblur=sigma=5,eq=brightness=-0.08:saturation=0.85,"
            + $"scale={size}:flags=bicubic[soft];[sharp]scale={size}:force_original_aspect_ratio=decrease:force_divisible_by=2:flags=lanczos[clear];"
            + "[soft][clear]overlay=x=(W-w)/2:y=(H-h)/2:format=yuv420";

        static int Small(int length) => Math.Max(2, length / 16 * 2);
    }
}
