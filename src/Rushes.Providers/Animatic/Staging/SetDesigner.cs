using System.Xml.Linq;
using Rushes.Film.Scenes;
using Rushes.Providers.Animatic.Art;
using Rushes.Providers.Animatic.Cameras;
using Rushes.Providers.Animatic.Drawing;

namespace Rushes.Providers.Animatic.Staging;

/// <summary>Plans everything on the stage that is not a figure: sky, place, shadows, weather, what passes in front.</summary>
internal sealed class SetDesigner(ArtLibrary art, Lighting lighting, CameraDirection direction, Dice dice)
{
    private const double TileUnits = 600;

    /// <summary>Weather on the ground begins this far above where feet stand.</summary>
    private const double GroundReach = 240;

    /// <summary>How much what shines hides of what is behind it.</summary>
    public const double LightBody = 0.42;

    public Lighting Lighting => lighting;

    public IEnumerable<Element> Sky(PlaceFile place)
    {
        if (place.Indoor)
            yield break;
        foreach (var (shown, grade) in lighting.SkyObjects())
        {
            var file = $"sky/{shown.File}";
            if (!art.Has(file))
                continue;
            var drawing = art.Drawing(file);
            var box = drawing.ViewBox;
            yield return new Element
            {
                Name = file,
                Cels = [new Cel(drawing, SvgView.AsDrawn)],
                Box = new(shown.X + box.Left * shown.Scale, shown.Y + box.Top * shown.Scale, box.Width * shown.Scale, box.Height * shown.Scale),
                Depth = 0,
                Grade = grade,
                Opacity = shown.Opacity,
                Soft = shown.File.StartsWith("clouds", StringComparison.Ordinal) || shown.File is "sunset-rays.svg" or "milky-way.svg",
                Motion = new Motion
                {
                    DriftX = shown.Drift * (dice.Heads("wind") ? 1 : -1),
                    PulseLeast = shown.Pulse is [var least, ..] ? least : 1,
                    PulseSeconds = shown.Pulse is [_, var every, ..] ? every : 3,
                },
            };
        }
    }

    public IEnumerable<Element> Scenery(string name, PlaceFile place)
    {
        foreach (var layer in place.Layers)
        {
            var lit = lighting.LampsLit && layer.Lights is { } lights ? Layer(name, layer, lights, lighting.Lamps, LightBody) : null;
            if (Layer(name, layer, layer.File, lighting.Scenery(layer.Depth), body: 1) is { } drawn)
                yield return drawn with { Lights = lit };
            else if (lit is not null)
                yield return lit;
        }

        if (lighting.LampsLit && place.Glow.Count > 0)
            yield return Glows(place.Glow) with { Grade = lighting.Lamps };
    }

    public IEnumerable<Element> Foreground(string name, PlaceFile place)
    {
        if (place.Foreground is { } front && direction.Shot is not (CameraShot.CloseUp or CameraShot.Aerial)
            && Layer(name, front, front.File, lighting.Scenery(1), body: 1) is { } drawn)
            yield return drawn with { Soft = front.Blur >= 3 };
    }

    /// <summary>Lamps out of focus behind a face at night.</summary>
    public IEnumerable<Element> Bokeh()
    {
        const string file = "overlays/bokeh.svg";
        if (lighting.Indoor || !lighting.LampsLit || direction.Shot is not (CameraShot.CloseUp or CameraShot.Medium) || !art.Has(file))
            yield break;

        // Drawn for the whole stage, laid small behind the face, so that a close-up has its lights too.
        var drawing = art.Drawing(file);
        yield return new Element
        {
            Name = file,
            Cels = [new Cel(drawing, SvgView.AsDrawn)],
            Box = drawing.ViewBox,
            Depth = 0.6,
            Body = LightBody,
            Opacity = direction.Shot == CameraShot.CloseUp ? 0.55 : 0.35,
            Soft = true,
            Motion = new Motion { PulseLeast = 0.75, PulseSeconds = 5.1, Sway = 3, SwaySeconds = 7 },
        };
    }

    /// <summary>Clouds between a camera high above and the ground.</summary>
    public IEnumerable<Element> CloudsBelow()
    {
        const string file = "sky/clouds-1.svg";
        if (lighting.Indoor || direction.Shot != CameraShot.Aerial || !art.Has(file))
            yield break;
        var drawing = art.Drawing(file);
        foreach (var (top, size, opacity, drift) in new[] { (330.0, 1.5, 0.5, -16.0), (640.0, 2.2, 0.42, -34.0) })
        {
            yield return new Element
            {
                Name = file,
                Cels = [new Cel(drawing, new SvgView { MirrorAt = dice.Heads($"cloud{top}") ? drawing.ViewBox.Left + drawing.ViewBox.Width / 2 : null })],
                Box = new(drawing.ViewBox.Left * size + dice.Between($"along{top}", -300, 300), top + drawing.ViewBox.Top * size, drawing.ViewBox.Width * size, drawing.ViewBox.Height * size),
                Depth = 1.5,
                Plane = Plane.Air,
                Grade = lighting.Scenery(1),
                Opacity = opacity,
                Blur = 5,
                Soft = true,
                Motion = new Motion { DriftX = drift },
            };
        }
    }

    /// <summary>A soft shadow that makes a figure stand on the ground.</summary>
    public static Element Shadow(Actor actor, Motion motion)
    {
        var gradient = SvgDrawing.Element("radialGradient", ("id", "shadow"));
        foreach (var (offset, opacity) in new[] { (0.0, 0.5), (0.45, 0.32), (1.0, 0.0) })
            gradient.Add(SvgDrawing.Element("stop", ("offset", offset), ("stop-color", "#0a0618"), ("stop-opacity", opacity)));
        var wide = actor.Pose == Blocking.Sit || actor.Player.File.Kind != "person" ? 0.3 : 0.21;
        var box = new StageBox(actor.X - actor.Height * wide, actor.Foot - actor.Height * 0.035, actor.Height * wide * 2, actor.Height * 0.07);
        var ellipse = SvgDrawing.Element("ellipse", ("cx", actor.X), ("cy", actor.Foot), ("rx", box.Width / 2), ("ry", box.Height / 2), ("fill", "url(#shadow)"));
        return new Element
        {
            Name = "shadow",
            Cels = [new Cel(SvgDrawing.Of(box, gradient, ellipse), SvgView.AsDrawn)],
            Box = box,
            Depth = 1,
            Plane = Plane.Actors,
            WithWorld = false,
            Soft = true,
            Motion = motion with { Bob = 0, Breath = 0 },
        };
    }

    public IEnumerable<Element> Weather(string weather) =>
        art.Weathers[weather].Layers.Select(layer => Tile(weather, layer, null)).OfType<Element>();

    public IEnumerable<Element> GroundWeather(string weather, PlaceFile place)
    {
        var within = StageBox.Between(-3200, place.Ground - GroundReach, 3200, 1400);
        return art.Weathers[weather].Ground.Select(layer => Tile(weather, layer, within)).OfType<Element>();
    }

    private Element? Tile(string weather, WeatherLayer layer, StageBox? within)
    {
        var files = layer.Files.Select(file => $"weather/{weather}/{file}").Where(art.Has).ToList();
        if (files.Count == 0)
            return null;
        var size = TileUnits * layer.Scale;
        return new Element
        {
            Name = files[0],
            Cels = [.. files.Select(file => new Cel(art.Drawing(file), SvgView.AsDrawn))],
            CelSeconds = layer.Every,
            Box = new(0, 0, size, size),
            Depth = layer.Depth,
            Plane = Plane.Air,
            Tiles = true,
            Grade = layer.Glow ? lighting.Lamps : lighting.Scenery(1),
            Body = layer.Glow ? 0.6 : 1,
            Opacity = layer.Opacity,
            Soft = layer.Scale > 1.5,
            Within = within,
            Motion = new Motion
            {
                DriftX = layer.Velocity is [var x, ..] ? x : 0,
                DriftY = layer.Velocity is [_, var y, ..] ? y : 0,
                Sway = layer.Sway is [var sway, ..] ? sway : 0,
                SwaySeconds = layer.Sway is [_, var swing, ..] ? swing : 4,
                PulseLeast = layer.Pulse is [var least, ..] ? least : 1,
                PulseSeconds = layer.Pulse is [_, var breath, ..] ? breath : 3,
                Phase = layer.Phase + dice.Roll("weather"),
            },
        };
    }

    private Element? Layer(string place, PlaceLayer layer, string file, Grade grade, double body)
    {
        var path = $"scenery/{place}/{file}";
        if (!art.Has(path))
            return null;
        var drawing = art.Drawing(path);
        return new Element
        {
            Name = path,
            Cels = [new Cel(drawing, new SvgView { Classes = lighting.Palette.Classes })],
            Box = drawing.ViewBox,
            Depth = layer.Depth,
            Grade = grade,
            Body = body,
            Blur = Math.Max(layer.Blur, OutOfFocus(layer.Depth)),
        };
    }

    /// <summary>The nearer the camera, the softer what is behind.</summary>
    private double OutOfFocus(double depth) => direction.Shot switch
    {
        CameraShot.CloseUp => depth < 1 ? 3.6 + 2.4 * (1 - depth) : 1.6,
        CameraShot.Medium => depth < 0.9 ? 0.9 + 0.8 * (1 - depth) : 0,
        _ => 0,
    };

    private static Element Glows(IReadOnlyList<Glow> glows)
    {
        var content = new List<XElement>();
        var box = new StageBox(glows[0].X, glows[0].Y, 0, 0);
        for (var index = 0; index < glows.Count; index++)
        {
            var glow = glows[index];
            var gradient = SvgDrawing.Element("radialGradient", ("id", $"glow{index}"));
            foreach (var (offset, opacity) in new[] { (0.0, 0.55), (0.25, 0.3), (0.55, 0.1), (1.0, 0.0) })
                gradient.Add(SvgDrawing.Element("stop", ("offset", offset), ("stop-color", glow.Color), ("stop-opacity", opacity)));
            content.Add(gradient);
            content.Add(SvgDrawing.Element("circle", ("cx", glow.X), ("cy", glow.Y), ("r", glow.Radius), ("fill", $"url(#glow{index})")));
            box = box.With(new(glow.X - glow.Radius, glow.Y - glow.Radius, glow.Radius * 2, glow.Radius * 2));
        }

        return new Element
        {
            Name = "glow",
            Cels = [new Cel(SvgDrawing.Of(box, content), SvgView.AsDrawn)],
            Box = box,
            Depth = 1,
            Body = 0.45,
            Soft = true,
            Motion = new Motion { PulseLeast = 0.82, PulseSeconds = 3.7 },
        };
    }
}
