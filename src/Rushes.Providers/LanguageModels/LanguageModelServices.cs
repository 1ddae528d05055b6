using Microsoft.Extensions.DependencyInjection;
using Rushes.Engine.Accounts;
using Rushes.Engine.Writing.LanguageModels;

namespace Rushes.Providers.LanguageModels;

/// <summary>Adds the services that language models are asked through.</summary>
public static class LanguageModelServices
{
    public static IServiceCollection AddLanguageModels(this IServiceCollection services)
    {
        Add<GeminiSource>(services);
        Add<OpenAiSource>(services);
        Add<AnthropicSource>(services);
        return services;
    }

    private static void Add<T>(IServiceCollection services)
        where T : ChatSource
    {
        services.AddSingleton<T>();
        services.AddSingleton<IChatSource>(studio => studio.GetRequiredService<T>());
        services.AddSingleton<IAccountCheck>(studio => studio.GetRequiredService<T>());
    }
}
