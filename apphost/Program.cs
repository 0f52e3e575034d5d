using Training.AppHost;

return await Launch.RunAsync(args);
