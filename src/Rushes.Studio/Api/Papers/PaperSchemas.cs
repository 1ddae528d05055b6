using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Rushes.Engine.Writing.Variants;
using Rushes.Film.Scripts;
using Rushes.Studio.Api.Answers;

namespace Rushes.Studio.Api.Papers;

/// <summary>Describes papers by the records that their pages are read into, and says what the reader of the page forgives.</summary>
internal static class PaperSchemas
{
    /// <summary>Where a record keeps fields of the page that nobody knows: in the page they stand among the others.</summary>
    private const string Unknown = "extra";

    public static async Task DescribeAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type == typeof(ScriptPaper))
            Take(schema, await context.GetOrCreateSchemaAsync(typeof(Script), null, cancellation));
        else if (type == typeof(ScenePaper))
            Take(schema, await context.GetOrCreateSchemaAsync(typeof(Scene), null, cancellation));
        if (schema.Properties?.Remove(Unknown) == true)
            schema.AdditionalPropertiesAllowed = true;
        if (type == typeof(Script))
        {
            schema.Properties!.Remove("duration");
            schema.Properties["format"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = Script.Format };
            schema.Properties[Earned.Field] = await context.GetOrCreateSchemaAsync(typeof(VariantSheet.Earnings), null, cancellation);
            schema.Required = new HashSet<string>(StringComparer.Ordinal) { "scenes" };
        }
        else if (type == typeof(Scene))
        {
            schema.Required = new HashSet<string>(StringComparer.Ordinal) { "prompt" };
        }
        else if (type == typeof(ScenePaper))
        {
            schema.Required = null;
            foreach (var field in schema.Properties!.Values.OfType<OpenApiSchema>())
                field.Type |= JsonSchemaType.Null;
        }
    }

    private static void Take(OpenApiSchema schema, OpenApiSchema page) =>
        (schema.Type, schema.Properties, schema.Required) = (page.Type, page.Properties, page.Required);
}
