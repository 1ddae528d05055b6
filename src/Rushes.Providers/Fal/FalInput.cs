using System.Globalization;
using System.Text.Json.Nodes;
using Rushes.Engine.Library;
using Rushes.Engine.Shooting;
using Rushes.Providers.Http;

namespace Rushes.Providers.Fal;

/// <summary>What an order asks of which endpoint: all but the pictures themselves, which must be brought there first.</summary>
/// <param name="Pictures">Absolute paths by the field that they belong to.</param>
/// <param name="Lists">Fields that hold a list of pictures.</param>
internal sealed record FalInput(FalEndpoint Endpoint, JsonObject Fields, IReadOnlyDictionary<string, string> Pictures, IReadOnlyDictionary<string, IReadOnlyList<string>> Lists)
{
    /// <returns>Null when the model has no endpoint for such an order.</returns>
    public static FalInput? Of(ShotOrder order, VideoModel model, FalWire wire)
    {
        ArgumentNullException.ThrowIfNull(order);
        var pictures = ShotPictures.Of(order);
        var references = wire.Reference?.References is null ? [] : ReferencesInstead.Of(order, pictures, model);
        if ((references.Count > 0 ? wire.Reference : EndpointOf(pictures, wire)) is not { } endpoint)
            return null;
        var single = new Dictionary<string, string>(StringComparer.Ordinal);
        var lists = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (references.Count > 0)
            lists[endpoint.References!] = references;
        if (endpoint.First is { } start && pictures.First is { } first)
            single[start] = first;
        if (endpoint.Last is { } end && pictures.Last is { } last)
            single[end] = last;
        return new(endpoint, FieldsOf(order, model, wire, endpoint), single, lists);
    }

    private static FalEndpoint? EndpointOf(ShotPictures pictures, FalWire wire)
    {
        if (pictures.First is null)
            return wire.Text;
        return pictures.Last is not null && wire.FirstLast is not null ? wire.FirstLast : wire.Image;
    }

    private static JsonObject FieldsOf(ShotOrder order, VideoModel model, FalWire wire, FalEndpoint endpoint)
    {
        var fields = new JsonObject { [wire.Prompt] = order.Prompt };
        Put(wire.Negative, string.IsNullOrWhiteSpace(order.Negative) ? null : JsonValue.Create(order.Negative));
        Put(wire.Aspect, JsonValue.Create(model.AspectFor(order.Aspect)));
        Put(wire.Duration, DurationOf(model.LengthFor(order.Rate.Seconds(order.Frames)), wire.DurationAs));
        Put(wire.Resolution, model.ResolutionFor(order.Size) is { } resolution ? JsonValue.Create(resolution) : null);
        Put(wire.Seed, model.TakesSeed ? JsonValue.Create(order.Seed & int.MaxValue) : null);
        foreach (var (name, value) in wire.Input.Concat(endpoint.Input))
            fields[name] = value?.DeepClone();
        return fields;

        void Put(string? name, JsonNode? value)
        {
            if (name is not null && value is not null && !endpoint.Without.Contains(name))
                fields[name] = value;
        }
    }

    /// <summary>Endpoints count whole seconds.</summary>
    private static JsonValue DurationOf(double seconds, FalDuration form)
    {
        var whole = (int)Math.Ceiling(seconds - 0.01);
        var text = whole.ToString(CultureInfo.InvariantCulture);
        return form switch
        {
            FalDuration.Number => JsonValue.Create(whole),
            FalDuration.TextSeconds => JsonValue.Create(text + "s"),
            _ => JsonValue.Create(text),
        };
    }
}
