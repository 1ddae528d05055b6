using System.Text.RegularExpressions;

namespace Rushes.FakeProviders.GoogleFlow;

/// <summary>What a model key of Flow says about itself: <c>veo_3_1_i2v_s_fast_portrait_ultra</c>.</summary>
/// <param name="Key">The key.</param>
/// <param name="Kind"><c>t2v</c>, <c>i2v_s</c>, <c>r2v</c>, <c>extend</c> or <c>upsampler</c>.</param>
/// <param name="Portrait">Films upright; otherwise across.</param>
/// <param name="Square">Films square as well.</param>
/// <param name="Ends">Takes a last frame.</param>
/// <param name="Credits">What a clip costs.</param>
internal sealed partial record FlowModel(string Key, string Kind, bool Portrait, bool Square, bool Ends, int Credits)
{
    /// <summary>The model of a key, or null when no model is called so.</summary>
    public static FlowModel? Find(string key)
    {
        if (key == "veo_2_1080p_upsampler_8s")
            return new FlowModel(key, "upsampler", false, false, false, 0);
        var parts = Form.Match(key);
        if (!parts.Success)
            return null;
        bool Has(string part) => key.Contains(part, StringComparison.Ordinal);
        var kind = parts.Groups["kind"].Value;
        var portrait = Has("_portrait");
        var ultra = Has("_ultra");
        return new FlowModel(key, kind, portrait, kind == "i2v_s" && !portrait && !ultra, Has("_fl"),
            ultra || kind == "upsampler" ? 0 : Has("_fast") || Has("_lite") ? 20 : 100);
    }

    /// <summary>True when it films <paramref name="aspect"/> (<c>16:9</c>, <c>9:16</c>, <c>1:1</c>).</summary>
    public bool Films(string aspect) => Kind == "upsampler" || aspect switch
    {
        "9:16" => Portrait,
        "1:1" => Square,
        _ => !Portrait,
    };

    [GeneratedRegex(@"^veo_[23]_\d_(?<kind>t2v|i2v_s|r2v|extend|upsampler)(_(fast|lite|quality|portrait|landscape|ultra|fl|relaxed|1080p|4k))*$",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form { get; }
}
