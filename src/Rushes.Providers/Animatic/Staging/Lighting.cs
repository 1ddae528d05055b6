using Rushes.Engine.Library;
using Rushes.Providers.Animatic.Art;
using Rushes.Providers.Animatic.Drawing;

namespace Rushes.Providers.Animatic.Staging;

/// <summary>The light of one scene: a time of day, changed by a mood, by weather and by a roof.</summary>
internal sealed class Lighting
{
    private readonly MoodFile _mood;
    private readonly WeatherFile? _weather;
    private readonly Colour _tint;
    private readonly Colour _ambient;
    private readonly Colour _figures;
    private readonly Colour _haze;
    private readonly double _hazeAmount;
    private readonly double _saturation;
    private readonly double _contrast;

    public Lighting(PaletteFile palette, MoodFile mood, WeatherFile? weather, bool indoor)
    {
        Palette = indoor ? palette.Inside() : palette;
        (_mood, _weather, Indoor) = (mood, weather, indoor);
        _tint = Colour.Parse(mood.AmbientTint) ?? Colour.White;
        var light = _tint * mood.Brightness * (1 - (weather?.Darken ?? 0));
        var ambient = Colour.Parse(Palette.Ambient) ?? Colour.White;
        _ambient = ambient * light;
        _figures = (Colour.Parse(Palette.Figures) ?? ambient) * Colour.Mix(light, Colour.White * light.Luma, 0.35);
        _haze = (Colour.Parse(Palette.Haze) ?? Colour.White) * light;
        _hazeAmount = Math.Clamp(Palette.HazeAmount * mood.HazeAmount * (weather?.HazeAmount ?? 1), 0, 0.92);
        _saturation = Palette.Saturation * mood.Saturation * (weather?.Saturation ?? 1);
        _contrast = Palette.Contrast * mood.Contrast;
    }

    public PaletteFile Palette { get; }

    public bool Indoor { get; }

    /// <summary>The mood's name; empty without one.</summary>
    public Names Mood => _mood.Name;

    public bool IsWarm => _tint.Red > _tint.Blue * 1.05;

    public bool LampsLit => Palette.Lights;

    public double Vignette => Math.Clamp(Palette.Vignette * _mood.Vignette, 0, 0.85);

    public FlashFile? Flash => Indoor ? null : _weather?.Flash;

    /// <summary>The light along the edges of figures; its width is in stage units.</summary>
    public RimLight? Rim => Palette.Rim is { Strength: > 0, From: [var x, var y, ..] } rim
        ? new RimLight(Lamps.Apply(Colour.Parse(rim.Color) ?? Colour.White), Math.Clamp(rim.Strength * _mood.Rim, 0, 1), x, y, 3.2)
        : null;

    /// <summary>What shines by itself keeps its colours, unless the film has none.</summary>
    public Grade Lamps => Grade.None.Saturated(Math.Min(1, _mood.Saturation));

    /// <summary>Scenery at a depth.</summary>
    public Grade Scenery(double depth) => Grade.None
        .Lit(_ambient)
        .Hazed(_haze, _hazeAmount * (1 - Math.Clamp(depth, 0, 1)))
        .Saturated(_saturation)
        .Contrasted(_contrast, 0.5);

    /// <summary>Figures and what they hold, at the depth where they stand.</summary>
    /// <remarks>Skin that loses its colour looks ill, so figures keep half of what the place loses.</remarks>
    public Grade Figures => Grade.None
        .Lit(_figures)
        .Saturated(_saturation is >= 1 or <= 0.3 ? _saturation : (1 + _saturation) / 2)
        .Contrasted(_contrast, 0.5);

    /// <summary>The sky and what the palette puts into it, which have their final colours already.</summary>
    public Grade Sky => Grade.None
        .Lit(Colour.Mix(Colour.White, _tint, 0.5) * _mood.Brightness * (1 - (_weather?.Darken ?? 0)))
        .Saturated(_mood.Saturation * (_weather?.Saturation ?? 1))
        .Contrasted(_mood.Contrast, 0.5);

    /// <summary>The sky's colours from the top to the horizon.</summary>
    public IReadOnlyList<Colour> SkyColours()
    {
        var colours = Palette.Sky.Select(text => Colour.Parse(text)).OfType<Colour>().Select(colour => Sky.Apply(colour)).ToList();
        if (colours.Count == 0)
            return [Sky.Apply(_ambient)];

        // Under heavy clouds the sky loses its colour to the light of the place.
        return _weather is { SkyObjects.Count: > 0 } ? [.. colours.Select(colour => Colour.Mix(colour, _haze, 0.35))] : colours;
    }

    /// <summary>Everything in the sky with its grade, farthest first.</summary>
    public IEnumerable<(SkyObject Object, Grade Grade)> SkyObjects()
    {
        var hidden = _weather?.Hide ?? [];
        foreach (var shown in Palette.SkyObjects.Where(shown => !hidden.Contains(shown.File)))
            yield return (shown, Tinted(shown, Colour.White));
        foreach (var shown in _weather?.SkyObjects ?? [])
            yield return (shown, Tinted(shown, Colour.Parse(Palette.Ambient) ?? Colour.White));
    }

    private Grade Tinted(SkyObject shown, Colour light)
    {
        var tint = (Colour.Parse(shown.Tint) ?? Colour.White) * light;
        var sky = Sky;
        return new(Tint(sky.Red, tint), Tint(sky.Green, tint), Tint(sky.Blue, tint));
    }

    private static GradeRow Tint(GradeRow row, Colour tint) => row with { Red = row.Red * tint.Red, Green = row.Green * tint.Green, Blue = row.Blue * tint.Blue };
}
