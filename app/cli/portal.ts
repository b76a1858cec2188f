process.stdout.write("portal\n");
