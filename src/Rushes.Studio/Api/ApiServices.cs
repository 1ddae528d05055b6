using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Rushes.Studio.Api.Papers;

namespace Rushes.Studio.Api;

/// <summary>Adds what the interface for programs needs.</summary>
internal static class ApiServices
{
    public static void AddApi(this IServiceCollection services)
    {
        services.AddSingleton<CommissionDesk>();
        services.ConfigureHttpJsonOptions(json =>
        {
            var form = json.SerializerOptions;
            form.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            form.NumberHandling = JsonNumberHandling.Strict;
            form.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            form.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            form.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        });

        // What cannot be read becomes a sentence like any other mistake.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddOpenApi("v1", document =>
        {
            document.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            document.ShouldInclude = description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;

            // Parts of several answers are called alike; each has a schema of its own.
            document.CreateSchemaReferenceId = type => OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } id ? type.Type.DeclaringType?.Name + id : null;
            document.AddDocumentTransformer((page, _, _) =>
            {
                page.Info = new() { Title = "Rushes", Version = "v1", Description = "Everything that the studio does, for programs." };

                // Whoever reads the document knows where it came from; a name of this machine would be wrong elsewhere.
                page.Servers = [];
                return Task.CompletedTask;
            });
            document.AddSchemaTransformer(PaperSchemas.DescribeAsync);
            document.AddSchemaTransformer((schema, context, _) =>
            {
                if (context.JsonTypeInfo.Type == typeof(ProblemDetails))
                {
                    schema.Properties!["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The rule that was broken, such as brief.duration-range." };
                    schema.Properties["field"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, Description = "What it is about." };
                }

                return Task.CompletedTask;
            });
            document.AddOperationTransformer((operation, context, _) =>
            {
                if (operation.RequestBody is OpenApiRequestBody body)
                    body.Required = true;
                if (context.Description.ActionDescriptor.EndpointMetadata.OfType<KeyedAttribute>().Any())
                {
                    (operation.Parameters ??= []).Add(new OpenApiParameter
                    {
                        Name = CommissionDesk.Header,
                        In = ParameterLocation.Header,
                        Description = "The same request with the same key begins once, also after a restart.",
                        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 200 },
                    });
                }

                return Task.CompletedTask;
            });
        });
    }
}
