using Rushes.Engine.Library;
using Rushes.Film.Scenes;

namespace Rushes.Engine.Cutting.Captions;

/// <summary>The free zones of the platforms (<c>data/platforms/*.json</c>).</summary>
public sealed class PlatformZones(IDataLibrary library)
{
    private const string Plain = "plain";

    /// <summary>The names that <c>--platform</c> takes.</summary>
    public IReadOnlyList<string> Names => [.. library.Names("platforms", ".json").Select(name => Path.GetFileNameWithoutExtension(name)).Where(name => name != Plain)];

    /// <summary>The zone of a platform for pictures of this size: that of the nearest aspect which its file names.</summary>
    /// <param name="platform">Null, or a platform without a file, is the plain safe area.</param>
    public FreeZone Of(string? platform, FrameSize size)
    {
        var file = $"platforms/{platform ?? Plain}.json";
        var zones = library.Read<PlatformFile>(library.Has(file) ? file : $"platforms/{Plain}.json").Zones;
        var shape = Math.Log((double)size.Width / size.Height);
        return zones.MinBy(zone => Math.Abs(Shape(zone.Key) - shape)).Value;
    }

    private static double Shape(string aspect)
    {
        var parsed = Aspect.Parse(aspect);
        return Math.Log((double)parsed.Wide / parsed.High);
    }

    internal sealed record PlatformFile(Names Name, Dictionary<string, FreeZone> Zones);
}
